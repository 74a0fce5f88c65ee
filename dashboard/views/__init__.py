"""One frozen view per page: what is shown, in numbers and words, without markup."""
