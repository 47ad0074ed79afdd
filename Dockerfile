# Matinee's own image: what is built (kernel, page) is built in the first stage, the second has only what runs.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /matinee
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN node scripts/prepare.mjs && npm prune --omit=dev

FROM node:24.21.0-bookworm-slim
WORKDIR /matinee
ENV NODE_ENV=production
COPY --from=build /matinee/package.json ./
COPY --from=build /matinee/node_modules node_modules
COPY --from=build /matinee/kernel kernel
COPY --from=build /matinee/build build
COPY --from=build /matinee/src src
RUN install -d -o node -g node /home/node/matinee /exchange
USER node
VOLUME ["/home/node/matinee"]
EXPOSE 8080
CMD ["node", "src/cli/main.ts", "start", "--home", "/home/node/matinee"]
