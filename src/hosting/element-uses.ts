/** Something that an element makes a browser load, send or run. */
export interface Use {
  /** The directive that decides, as in CSP 3: `img-src`; for attributes `script-src-attr` or `style-src-attr`. */
  directive: string;
  /** An unresolved address, or the name of an attribute that has code in it. */
  address: string;
}

/** For links: the policy concerns only addresses that have code in them. */
export const navigation = 'navigation';

/** For addresses that browsers do not use, such as the picture of a preview. */
export const mention = 'mention';

type Attributes = Record<string, string>;

/** Reads what the attributes of an element make a browser load, send or run. */
export function usesOf(element: string, attributes: Attributes): Use[] {
  const uses: Use[] = [];
  for (const name in attributes) {
    const directive = attributeUses.get(name)?.(element, attributes);
    if (directive)
      for (const address of addressesIn(name, attributes[name]!)) uses.push({ directive, address });
    else if (name === 'style') uses.push({ directive: 'style-src-attr', address: name });
    else if (isHandler(name)) uses.push({ directive: 'script-src-attr', address: name });
  }
  return uses;
}

/** Whether a script element has code and not data (HTML, “prepare the script element”). */
export function isCode({ type, language }: Attributes): boolean {
  const kind = (type ?? (language ? `text/${language}` : '')).trim().toLowerCase();
  // The policy treats import maps and speculation rules like scripts.
  return /^(?:|module|importmap|speculationrules|(?:text|application)\/(?:x-)?(?:java|ecma)script|text\/(?:javascript1\.[0-5]|jscript|livescript))$/.test(
    kind,
  );
}

/** Whether an attribute is an event handler. Some words that start with `on` are not. */
const isHandler = (name: string) => /^on[a-z]+$/.test(name) && !/^on(?:ce|e|ly|to)$/.test(name);

function addressesIn(attribute: string, value: string): string[] {
  if (attribute === 'ping') return value.split(/\s+/);
  if (!attribute.endsWith('srcset')) return [value];
  // Each address ends before a space or before a comma at its end.
  const candidates = value.matchAll(/([^\s,]\S*[^\s,]|[^\s,])(?:\s+[^,]*)?(?:,|$)/g);
  return [...candidates].map(([, address]) => address!);
}

const bySource = new Map([
  ['audio', 'media-src'],
  ['embed', 'object-src'],
  ['frame', 'frame-src'],
  ['iframe', 'frame-src'],
  ['img', 'img-src'],
  ['input', 'img-src'],
  ['source', 'media-src'],
  ['track', 'media-src'],
  ['video', 'media-src'],
]);

const byReference = new Map([
  ['a', navigation],
  ['area', navigation],
  ['base', 'base-uri'],
  ['feImage', 'img-src'],
  ['image', 'img-src'],
  ['use', 'img-src'],
]);

/** By the `as` of a preloaded file. */
const byDestination = new Map([
  ['audio', 'media-src'],
  ['fetch', 'connect-src'],
  ['font', 'font-src'],
  ['image', 'img-src'],
  ['script', 'script-src'],
  ['style', 'style-src'],
  ['track', 'media-src'],
  ['video', 'media-src'],
]);

const byRelation = new Map([
  ['apple-touch-icon', 'img-src'],
  ['icon', 'img-src'],
  ['manifest', 'manifest-src'],
  ['mask-icon', 'img-src'],
  ['modulepreload', 'script-src'],
  ['stylesheet', 'style-src'],
]);

function ofLink({ rel = '', as = '' }: Attributes): string | undefined {
  const relations = rel.toLowerCase().split(/\s+/);
  if (relations.includes('preload')) return byDestination.get(as.toLowerCase());
  return relations.map((one) => byRelation.get(one)).find(Boolean);
}

const ofScript = (attributes: Attributes) => (isCode(attributes) ? 'script-src' : undefined);

type Reader = (element: string, attributes: Attributes) => string | undefined;

const ofReference: Reader = (element, attributes) => {
  if (element === 'link') return ofLink(attributes);
  return element === 'script' ? ofScript(attributes) : byReference.get(element);
};

/** The directive for each attribute with addresses. */
const attributeUses = new Map<string, Reader>([
  ['action', (element) => (element === 'form' ? 'form-action' : undefined)],
  ['content', () => mention],
  ['background', () => 'img-src'],
  ['data', (element) => (element === 'object' ? 'object-src' : undefined)],
  ['formaction', () => 'form-action'],
  ['href', ofReference],
  ['imagesrcset', () => 'img-src'],
  ['ping', () => 'connect-src'],
  ['poster', () => 'img-src'],
  [
    'src',
    (element, attributes) => (element === 'script' ? ofScript(attributes) : bySource.get(element)),
  ],
  ['srcset', () => 'img-src'],
  ['xlink:href', ofReference],
]);
