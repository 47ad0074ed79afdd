/** The receipt of an erasure: what was done, signed (Ed25519, RFC 8032) with the key of the home. It names nobody. */
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { MatineeError } from '../../domain/errors.ts';
import { DocumentsSchema, ModelsSchema } from './journal.ts';

const closed = { additionalProperties: false };

const ClaimsSchema = Type.Object(
  {
    /** HMAC-SHA-256 of the person's pseudonym under the suppression key, in base64url: only the home can tell whose. */
    subject: Type.String({ minLength: 40, maxLength: 50 }),
    requestedAt: Type.String(),
    completedAt: Type.String(),
    /** The how-manieth erasure of the home. */
    ordinal: Type.Integer({ minimum: 1 }),
    stream: Type.Object(
      {
        /** Whether records lie encrypted: in the clear they leave the stream by its retention only. */
        encrypted: Type.Boolean(),
        /** Whether there was a key to destroy. */
        keyDestroyed: Type.Boolean(),
      },
      closed,
    ),
    documents: DocumentsSchema,
    models: ModelsSchema,
  },
  closed,
);
type Claims = Static<typeof ClaimsSchema>;

export const ReceiptSchema = Type.Object(
  {
    type: Type.Literal('matinee-erasure-receipt'),
    version: Type.Literal(1),
    ...ClaimsSchema.properties,
    /** SPKI, DER, in base64url. */
    publicKey: Type.String(),
    /** Over the rest as canonical JSON, in base64url. */
    signature: Type.String(),
  },
  closed,
);
export type Receipt = Static<typeof ReceiptSchema>;

const receiptValidator = Compile(ReceiptSchema);

/** Signs with a private key in PKCS #8, DER. */
export function signReceipt(claims: Claims, signingKey: Uint8Array): Receipt {
  const key = createPrivateKey({ key: Buffer.from(signingKey), format: 'der', type: 'pkcs8' });
  const unsigned = {
    type: 'matinee-erasure-receipt' as const,
    version: 1 as const,
    ...claims,
    publicKey: publicKeyOf(signingKey),
  };
  const signature = sign(null, Buffer.from(canonicalJson(unsigned)), key).toString('base64url');
  return { ...unsigned, signature };
}

/** The public half of a signing key: SPKI, DER, in base64url. */
export function publicKeyOf(signingKey: Uint8Array): string {
  const key = createPrivateKey({ key: Buffer.from(signingKey), format: 'der', type: 'pkcs8' });
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64url');
}

/**
 * The receipt that a text is. `BAD_INPUT` when it is none, when it was changed since it was signed, or was signed by
 * another key than `publicKey`.
 */
export function verifyReceipt(text: string, publicKey: string): Receipt {
  const receipt = parseReceipt(text);
  const { signature, ...unsigned } = receipt;
  if (receipt.publicKey !== publicKey) throw notVerified('it was signed by another home');
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' });
  const bytes = Buffer.from(signature, 'base64url');
  // The last character has bits to spare: of the texts that stand for these bytes one is the receipt's.
  const spelled = bytes.toString('base64url') === signature;
  if (!spelled || !verify(null, Buffer.from(canonicalJson(unsigned)), key, bytes))
    throw notVerified('it is not as it was signed');
  return receipt;
}

/** The receipt that a text is, whoever signed it; `BAD_INPUT` when it is none. */
export function parseReceipt(text: string): Receipt {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw notVerified('it is not JSON');
  }
  if (receiptValidator.Check(value)) return value;
  const [error] = receiptValidator.Errors(value);
  throw notVerified(`${error?.instancePath ?? ''} ${error?.message ?? 'it is none'}`.trim());
}

function notVerified(why: string): MatineeError {
  return new MatineeError('BAD_INPUT', `The receipt does not hold: ${why}`, {
    hint: 'Give the file as `subject erase --json` printed it, and the home that printed it.',
  });
}

/** JSON with the keys of every object in order, so that one value has one text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
