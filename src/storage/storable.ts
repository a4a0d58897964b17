/** As it can be kept everywhere: PostgreSQL's text holds no NUL. Nobody types one; it comes with what is pasted. */
export const storable = (text: string): string => text.replaceAll('\0', '\ufffd')
