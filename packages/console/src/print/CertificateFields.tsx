import type { CertificateContent } from '@yunsu/api';
import { useWords } from '../language.tsx';
import { TextField } from '../parts/Field.tsx';
import type { WordName } from '../words.ts';
import { certificateLengths } from './certificate.ts';

/** The parts in the order of the form that is printed. */
export const certificateParts = [
  ['product', 'certificateProduct'],
  ['quantity', 'certificateQuantity'],
  ['origin', 'certificateOrigin'],
  ['promiser', 'certificatePromiser'],
  ['contact', 'certificateContact'],
  ['issuedOn', 'certificateDate'],
] as const satisfies readonly (readonly [keyof CertificateContent, WordName])[];

interface Props {
  readonly content: CertificateContent;
  readonly change: (content: CertificateContent) => void;
  readonly faultOf: (part: string) => string | undefined;
}

/** What a certificate of compliance says (承诺达标合格证; 农业农村部令2025年第4号). */
export function CertificateFields({ content, change, faultOf }: Props) {
  const { t } = useWords();
  return (
    <fieldset className="form-grid">
      <legend>{t('certificateTitle')}</legend>
      {certificateParts.map(([part, word]) => (
        <TextField
          key={part}
          label={t(word)}
          fault={faultOf(part)}
          type={part === 'issuedOn' ? 'date' : 'text'}
          required
          maxLength={certificateLengths[part]}
          value={content[part]}
          change={(value) => change({ ...content, [part]: value })}
        />
      ))}
    </fieldset>
  );
}

/** The certificate as it will look; it is a Chinese form and stays one in every language of the console. */
export function CertificatePreview({ content, code }: { content: CertificateContent; code: string }) {
  return (
    <div className="certificate" lang="zh-CN" aria-live="polite">
      <h3>承诺达标合格证</h3>
      <div className="certificate-body">
        <dl>
          {certificateParts.map(([part]) => (
            <div key={part}>
              <dt>{certificateNames[part]}</dt>
              <dd>{content[part]}</dd>
            </div>
          ))}
        </dl>
        <img src={`/api/labels?${new URLSearchParams({ code, kind: 'qr', form: 'svg' })}`} alt="" />
      </div>
    </div>
  );
}

/** The names of the parts as the form prints them. */
const certificateNames: Readonly<Record<keyof CertificateContent, string>> = {
  product: '产品名称',
  quantity: '数量（重量）',
  origin: '产地',
  promiser: '承诺主体',
  contact: '联系方式',
  issuedOn: '开具日期',
};
