import { Job, JobGroup } from "#components/admin/job.tsx";

type Link = { articleId: number; title: string; address: string; why: string };

const SHOWN = 10;

/** Links that readers press in vain, each with the article that it stands in. */
export const BrokenLinks = ({ links }: { links: Link[] }) =>
  links.length > 0 && (
    <JobGroup
      id="links"
      heading="Liên kết hỏng"
      count={links.length}
      rest={links.length > SHOWN && links.slice(SHOWN).map(jobOf)}
    >
      {links.slice(0, SHOWN).map(jobOf)}
    </JobGroup>
  );

const jobOf = ({ articleId, title, address, why }: Link) => (
  <Job
    key={`${articleId} ${address}`}
    href={`/quan-tri/bai-viet/${articleId}`}
    title={title}
    action="Sửa liên kết"
    facts={[address]}
    late={[why]}
  />
);
