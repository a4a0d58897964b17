import { useEffect, useState } from 'react'

/** Time to see that another step is shown now. */
const MILLISECONDS = 600

/** False for a moment after the component has appeared: a second press meant for what stood there before does nothing. */
export const useAwake = (): boolean => {
  const [awake, setAwake] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setAwake(true), MILLISECONDS)
    return () => clearTimeout(timer)
  }, [])
  return awake
}
