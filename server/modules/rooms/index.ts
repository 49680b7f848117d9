// Rooms: where people of an organization talk. A room has members, each with how far they have read, and messages that it
// numbers one after the other. Whoever is not to see a room finds nothing of it anywhere: not in lists, events or counts.

export { isAcquainted, listGuestsWith } from './acquaintances.ts'
export { roomAudiences } from './audiences.ts'
export { listConcerned, listOutsiders, listOutsideRooms, type Concerned } from './concerned.ts'
export { fileFolder as roomFileFolder } from './files/actions.ts'
export { listRoomFiles } from './files/queries.ts'
export { checkMessage, listMessageHeads, MessageHead } from './heads.ts'
export { roomHousekeeping, roomJobs, roomRunners } from './jobs.ts'
export { RoomFilePage } from './messages/contract.ts'
export { sendMessage, sendOnce } from './messages/actions.ts'
export { addReaction, setBookmarked } from './messages/marks.ts'
export { messageSearch } from './messages/search.ts'
export { checkMessagesVisible, checkRoomsVisible } from './naming.ts'
export { RoomEntry } from './contract.ts'
export { listRooms } from './queries.ts'
export { roomRoutes } from './routes.ts'
export { enterTaskRoom, keepTaskRoom } from './task-rooms.ts'
