import { NotFoundPage } from '~/features/gate/not-found-page.tsx'

/** Inside the frame, which has the main landmark already. */
export default function NotFoundInConsole() {
  return <NotFoundPage />
}
