/** The program's mark: two runs of cable between cabinets. */
export function Mark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden>
      <rect x="1.5" y="2.5" width="5" height="15" rx="1" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <rect x="13.5" y="2.5" width="5" height="15" rx="1" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M4 6.5h6.5v4H16" fill="none" stroke="var(--rw-tier-0)" strokeWidth="1.75" />
      <path d="M4 13.5h12" fill="none" stroke="var(--rw-tier-1)" strokeWidth="1.75" />
    </svg>
  );
}
