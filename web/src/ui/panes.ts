/** Of what stands at the side of a person or a company: on a wide screen no address need be cut off. */
export const sidePaneWidth = 'lg:w-88 2xl:w-104 min-[120rem]:w-120'
