# One image for the gateway and every service; the command says which of them a container is.

FROM node:26.10.0-trixie-slim AS base
WORKDIR /app
COPY package.json package-lock.json .npmrc ./

FROM base AS build
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY gateway gateway
COPY services services
COPY schema schema
RUN npx tsc -p tsconfig.build.json

FROM base
ENV NODE_ENV=production
# What is optional is for a portal in one process: a Node and a PostgreSQL of its own.
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts --omit=dev --omit=optional
# The gateway reads the schema and the files of its page from the sources.
COPY schema schema
COPY gateway/graphiql/browser gateway/graphiql/browser
COPY --from=build /app/dist dist
# Everything above belongs to root: the portal cannot change its own code.
USER node
CMD ["node", "--enable-source-maps", "dist/gateway/gateway.server.js"]
