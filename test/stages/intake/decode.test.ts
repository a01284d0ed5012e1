import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { BadInputError } from '../../../src/errors.ts';
import { declaredCharset, decodeText } from '../../../src/stages/intake/decode.ts';

const ARABIC = 'قصفت الطائرات الحربية أطراف البلدة صباح اليوم، ولم ترد أنباء عن إصابات.\n';
const bytesOf = (text: string, encoding: string) => new Uint8Array(iconv.encode(text, encoding));
const marked = (mark: number[], bytes: Uint8Array) => new Uint8Array([...mark, ...bytes]);

describe('decodeText tells the encoding', () => {
  test.each([
    ['utf-8', bytesOf(ARABIC, 'utf8'), 'utf-8'],
    ['utf-8 with a mark', marked([0xef, 0xbb, 0xbf], bytesOf(ARABIC, 'utf8')), 'utf-8'],
    ['utf-16le with a mark', marked([0xff, 0xfe], bytesOf(ARABIC, 'utf-16le')), 'utf-16le'],
    ['utf-16be with a mark', marked([0xfe, 0xff], bytesOf(ARABIC, 'utf-16be')), 'utf-16be'],
    ['utf-16le without a mark', bytesOf(ARABIC, 'utf-16le'), 'utf-16le'],
    ['utf-16be without a mark', bytesOf(ARABIC, 'utf-16be'), 'utf-16be'],
    ['windows-1256', bytesOf(ARABIC, 'windows-1256'), 'windows-1256'],
    ['iso-8859-6', bytesOf(ARABIC, 'iso-8859-6'), 'iso-8859-6'],
    ['plain ascii', bytesOf('three dead in a raid', 'ascii'), 'utf-8'],
    ['a French page', bytesOf('des blessés à Alep, une trêve espérée', 'windows-1252'), 'windows-1252'],
  ])('%s', (_name, bytes, encoding) => {
    const decoded = decodeText(bytes, 'a.txt');
    expect(decoded.encoding).toBe(encoding);
    const text = encoding === 'windows-1252' ? 'des blessés à Alep, une trêve espérée' : ARABIC;
    expect(decoded.text).toBe(
      encoding === 'utf-8' && !decoded.text.includes('ق') ? 'three dead in a raid' : text,
    );
  });

  test('a UTF-8 file that is cut inside a letter stays UTF-8', () => {
    const bytes = bytesOf(ARABIC.trim(), 'utf8');
    const cut = decodeText(bytes.subarray(0, bytes.length - 2), 'a.txt');
    expect(cut.encoding).toBe('utf-8');
    expect(cut.text.startsWith('قصفت الطائرات')).toBe(true);
  });

  test('a page that names a wrong charset is read as what it is', () => {
    const page = `<meta charset="windows-1256"><p>${ARABIC}</p>`;
    expect(decodeText(bytesOf(page, 'utf8'), 'a.html', 'windows-1256').text).toBe(page);
  });

  test('a page that names its charset in passing is believed where it is not UTF-8', () => {
    const page = `<meta http-equiv="Content-Type" content="text/html; charset=windows-1256"><p>${ARABIC}</p>`;
    const bytes = bytesOf(page, 'windows-1256');
    expect(declaredCharset(bytes)).toBe('windows-1256');
    expect(decodeText(bytes, 'a.html', declaredCharset(bytes)).text).toBe(page);
  });

  test('a charset that nobody knows is passed over', () => {
    expect(decodeText(bytesOf(ARABIC, 'windows-1256'), 'a.html', 'x-unheard-of').encoding).toBe(
      'windows-1256',
    );
  });
});

describe('decodeText refuses what is no text', () => {
  test.each([
    ['a PDF', [...Buffer.from('%PDF-1.7\n')], /a PDF document, expected text/],
    ['a Word file', [0x50, 0x4b, 0x03, 0x04, 1, 2], /a ZIP archive or an Office document/],
    [
      'zero bytes',
      Array.from({ length: 300 }, (_, index) => (index % 7 === 0 ? 0 : 65)),
      /binary, expected text/,
    ],
    ['noise', Array.from({ length: 600 }, (_, index) => (index * 7919 + 13) % 31), /binary, expected text/],
  ])('%s', (_name, bytes, message) => {
    expect(() => decodeText(new Uint8Array(bytes), 'a.txt')).toThrow(BadInputError);
    expect(() => decodeText(new Uint8Array(bytes), 'a.txt')).toThrow(message);
  });
});

const letters = fc.stringMatching(/^[ء-غف-ي ،.\n]{40,200}$/);

test('what is encoded comes back, whatever the words', () => {
  fc.assert(
    fc.property(letters, fc.constantFrom('utf8', 'utf-16le', 'utf-16be'), (text, encoding) => {
      const wide = encoding !== 'utf8';
      const bytes = bytesOf(text, encoding);
      const mark = encoding === 'utf-16le' ? [0xff, 0xfe] : [0xfe, 0xff];
      expect(decodeText(wide ? marked(mark, bytes) : bytes, 'a.txt').text).toBe(text);
    }),
  );
});

test('never throws anything but BadInputError', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      try {
        expect(typeof decodeText(bytes, 'a.txt').text).toBe('string');
      } catch (error) {
        expect(error).toBeInstanceOf(BadInputError);
      }
    }),
  );
});
