/** True once something has been going on for a while; so that short work never flashes. */
import { useEffect, useState } from 'react';

export function useLasting(active: boolean, afterMs: number): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!active) return undefined;
    const timer = window.setTimeout(() => setLasting(true), afterMs);
    return () => {
      window.clearTimeout(timer);
      setLasting(false);
    };
  }, [active, afterMs]);
  return active && lasting;
}
