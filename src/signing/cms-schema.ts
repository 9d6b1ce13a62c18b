import { Attribute, CMSVersion, DigestAlgorithmIdentifier, EncapsulatedContentInfo } from '@peculiar/asn1-cms';
import { AsnArray, AsnPropTypes, AsnSetType, OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { describeChoice, describeSequence, rawDer } from './der.ts';

/*
 * RFC 5652 and RFC 5035 as `@peculiar/asn1-cms` has them, but with certificates, names and serial numbers kept as the
 * bytes they are: a certificate of somebody else's making must come out as it went in.
 */

/** IssuerAndSerialNumber (RFC 5652, 10.2.4). */
export class IssuerAndSerial {
  issuer = new ArrayBuffer(0);
  serialNumber = new ArrayBuffer(0);
}
describeSequence(IssuerAndSerial, { issuer: rawDer, serialNumber: rawDer });

/** SignerInfo (RFC 5652, 5.3) without unsigned attributes. */
export class SignerInfo {
  version = CMSVersion.v1;
  sid = new IssuerAndSerial();
  digestAlgorithm = new DigestAlgorithmIdentifier();
  signedAttrs: Attribute[] = [];
  signatureAlgorithm = new AlgorithmIdentifier();
  signature = new OctetString();
}
describeSequence(SignerInfo, {
  version: { type: AsnPropTypes.Integer },
  sid: { type: IssuerAndSerial },
  digestAlgorithm: { type: DigestAlgorithmIdentifier },
  signedAttrs: { type: Attribute, context: 0, implicit: true, repeated: 'set' },
  signatureAlgorithm: { type: AlgorithmIdentifier },
  signature: { type: OctetString },
});

/** SignedData (RFC 5652, 5.1) with certificates and without revocation lists. */
export class SignedData {
  version = CMSVersion.v1;
  digestAlgorithms: DigestAlgorithmIdentifier[] = [];
  encapContentInfo = new EncapsulatedContentInfo();
  certificates: ArrayBuffer[] = [];
  signerInfos: SignerInfo[] = [];
}
describeSequence(SignedData, {
  version: { type: AsnPropTypes.Integer },
  digestAlgorithms: { type: DigestAlgorithmIdentifier, repeated: 'set' },
  encapContentInfo: { type: EncapsulatedContentInfo },
  certificates: { ...rawDer, context: 0, implicit: true, repeated: 'set' },
  signerInfos: { type: SignerInfo, repeated: 'set' },
});

/** ContentInfo (RFC 5652, 3) around SignedData. */
export class SignedDataInfo {
  contentType = '';
  content = new SignedData();
}
describeSequence(SignedDataInfo, {
  contentType: { type: AsnPropTypes.ObjectIdentifier },
  content: { type: SignedData, context: 0 },
});

/** GeneralNames (RFC 5280, 4.2.1.6) with the one name IssuerSerial wants; a Name is a CHOICE, so its [4] is explicit. */
export class DirectoryNames {
  directoryName = new ArrayBuffer(0);
}
describeSequence(DirectoryNames, { directoryName: { ...rawDer, context: 4 } });

/** IssuerSerial (RFC 5035, 5). */
export class IssuerSerial {
  issuer = new DirectoryNames();
  serialNumber = new ArrayBuffer(0);
}
describeSequence(IssuerSerial, { issuer: { type: DirectoryNames }, serialNumber: rawDer });

/** ESSCertIDv2 (RFC 5035, 4) with the default hash, SHA-256, which DER leaves out. */
export class EssCertIdV2 {
  certHash = new OctetString();
  issuerSerial = new IssuerSerial();
}
describeSequence(EssCertIdV2, { certHash: { type: OctetString }, issuerSerial: { type: IssuerSerial } });

/** SigningCertificateV2 (RFC 5035, 3) without policies. */
export class SigningCertificateV2 {
  certs: EssCertIdV2[] = [];
}
describeSequence(SigningCertificateV2, { certs: { type: EssCertIdV2, repeated: 'sequence' } });

/** SignedAttributes as they are signed: under the tag of a SET OF, not under [0] (RFC 5652, 5.4). */
export class SignedAttributes extends AsnArray<Attribute> {}
AsnSetType({ itemType: Attribute })(SignedAttributes);

/** The value of the content-type attribute (RFC 5652, 11.1). */
export class ContentType {
  id = '';
}
describeChoice(ContentType, { id: { type: AsnPropTypes.ObjectIdentifier } });
