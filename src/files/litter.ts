/**
 * Whether a name in the content is not one that an editor chose: hidden files and folders, such as a
 * trash or a version history, and files that programs create next to an open file.
 * @param name a file or folder name, without its path
 */
export const isHidden = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~') || isLeftover(name);

/**
 * Whether a file manager or a text editor left a file that nobody means to publish. Other hidden files
 * may be intended: `.well-known/`, `.htaccess`, `.nojekyll`.
 * @param name a file name, without its path
 */
export const isLeftover = (name: string): boolean =>
  /^(?:\.DS_Store|\._.*|\.#.*|#.*#|.*~|~\$.*|\..*\.sw[a-p]|Thumbs\.db|ehthumbs\.db|desktop\.ini)$/i.test(
    name,
  );
