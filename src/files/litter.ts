/**
 * Whether a name in the content is none that an editor gave to content: hidden files and folders, such as
 * a trash or a version history, and what programs leave beside a file that is open.
 * @param name of a file or a folder, without its path
 */
export const isHidden = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~') || isLeftover(name);

/**
 * Whether a file was left by a file manager or an editor’s program, so that nobody means to publish it.
 * Hidden files as such may be meant: `.well-known/`, `.htaccess`, `.nojekyll`.
 * @param name of a file, without its path
 */
export const isLeftover = (name: string): boolean =>
  /^(?:\.DS_Store|\._.*|\.#.*|#.*#|.*~|~\$.*|\..*\.sw[a-p]|Thumbs\.db|ehthumbs\.db|desktop\.ini)$/i.test(
    name,
  );
