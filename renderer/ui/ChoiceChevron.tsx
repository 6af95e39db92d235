/**
 * The chevron of a choice, which also sees to it that a list opens at the present choice. Mantine notes that choice by a timer after the
 * list has opened; keys that are typed before it would go on from the end of the list.
 */
import { useLayoutEffect } from 'react';
import { Combobox, useComboboxContext } from '@mantine/core';

/** To be the right section of a Select that has a value and selects its first option when its list opens, which sets off no timer. */
export function ChoiceChevron() {
  const { store } = useComboboxContext();
  const { dropdownOpened, selectActiveOption } = store;
  useLayoutEffect(() => {
    if (dropdownOpened) selectActiveOption();
  }, [dropdownOpened, selectActiveOption]);
  return <Combobox.Chevron size="xs" />;
}
