// Takes the place of Octokit's table of a method for each endpoint in the bundle: the action makes its requests by route.
export const restEndpointMethods = () => ({})
