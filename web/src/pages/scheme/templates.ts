import type * as z from "zod/mini";
import type { Table } from "#domain/scheme.ts";

/** A real table of some issuer, as far as it could be read; printed with where it is from. */
export type Template = {
  title: string;
  source: { number: string; issuer: string; year?: number; url: string };
  /** The total its source prints, where it prints one. */
  printedTotal: number | null;
  /** How much of the source could be read. */
  seen: string;
  table: z.input<typeof Table>;
};

/** What the gallery shows before one is opened; each file comes only when it is asked for. */
export const templates = [
  {
    id: "tw-doan-2021",
    issuer: "Trung ương Đoàn TNCS Hồ Chí Minh",
    year: 2021,
    total: 500,
    lines: 8,
    load: () => import("#domain/catalogue/schemes/tw-doan-2021.json", { with: { type: "json" } }),
  },
  {
    id: "tw-doan-2016",
    issuer: "Trung ương Đoàn TNCS Hồ Chí Minh",
    year: 2016,
    total: 400,
    lines: 6,
    load: () => import("#domain/catalogue/schemes/tw-doan-2016.json", { with: { type: "json" } }),
  },
  {
    id: "ban-tdkt-tphcm-2008",
    issuer: "Ban Thi đua – Khen thưởng TP. Hồ Chí Minh",
    year: 2008,
    total: null,
    lines: 7,
    load: () => import("#domain/catalogue/schemes/ban-tdkt-tphcm-2008.json", { with: { type: "json" } }),
  },
  {
    id: "lien-minh-htx-cum-tay-nguyen-2019",
    issuer: "Liên minh HTX Việt Nam – Cụm thi đua 5 tỉnh Tây Nguyên",
    year: 2019,
    total: null,
    lines: 7,
    load: () =>
      import("#domain/catalogue/schemes/lien-minh-htx-cum-tay-nguyen-2019.json", { with: { type: "json" } }),
  },
  {
    id: "hoi-nong-dan-xa-thanh-loi-2017",
    issuer: "Hội Nông dân xã Thạnh Lợi, huyện Tháp Mười, Đồng Tháp",
    year: 2017,
    total: null,
    lines: 6,
    load: () =>
      import("#domain/catalogue/schemes/hoi-nong-dan-xa-thanh-loi-2017.json", { with: { type: "json" } }),
  },
  {
    id: "huyen-doan-bu-dang-2015",
    issuer: "Huyện đoàn Bù Đăng, Bình Phước",
    year: 2015,
    total: null,
    lines: 3,
    load: () => import("#domain/catalogue/schemes/huyen-doan-bu-dang-2015.json", { with: { type: "json" } }),
  },
  {
    id: "tphcm-bang-bieu-4-so-nganh-cham-quan-huyen",
    issuer: "TP. Hồ Chí Minh (mẫu biểu)",
    year: undefined,
    total: null,
    lines: 2,
    load: () =>
      import("#domain/catalogue/schemes/tphcm-bang-bieu-4-so-nganh-cham-quan-huyen.json", {
        with: { type: "json" },
      }),
  },
  {
    id: "mttq-tw-82-hd-2017",
    issuer: "Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam",
    year: 2017,
    total: 90,
    lines: 1,
    load: () => import("#domain/catalogue/schemes/mttq-tw-82-hd-2017.json", { with: { type: "json" } }),
  },
  {
    id: "mttq-tw-96-hd-2013",
    issuer: "Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam",
    year: 2013,
    total: null,
    lines: 1,
    load: () => import("#domain/catalogue/schemes/mttq-tw-96-hd-2013.json", { with: { type: "json" } }),
  },
] as const;
export type TemplateEntry = (typeof templates)[number];

export async function templateFrom({ load }: TemplateEntry): Promise<Template> {
  return (await load()).default as Template;
}
