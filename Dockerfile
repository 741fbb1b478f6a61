# The service and its command line in one small image: docker build -t linebot .
# No image was ever built of it for this repository: that needs an engine and base images. Its build step is run by .ci/run, and what comes out
# is tested on a file system that can only be read, as a normal user, with the settings and commands from below.
ARG DOTNET=10.0
FROM mcr.microsoft.com/dotnet/sdk:${DOTNET} AS build
WORKDIR /source
COPY . .
RUN runtime="linux-$(dpkg --print-architecture | sed s/amd64/x64/)" \
 && dotnet restore src/LineBot.Cli --locked-mode \
 && dotnet publish src/LineBot -c Release -r "$runtime" --self-contained false -p:PublishReadyToRun=true -o /out/service \
 && dotnet publish src/LineBot.Cli -c Release -r "$runtime" --self-contained false -o /out/linebot \
 && mkdir /out/data

# "extra" brings time zones and ICU; there is no shell and no package manager in it.
FROM mcr.microsoft.com/dotnet/aspnet:${DOTNET}-noble-chiseled-extra
COPY --from=build /out/service /app/service
COPY --from=build /out/linebot /app/linebot
COPY --from=build --chown=$APP_UID:$APP_UID /out/data /data
ENV Urls=http://0.0.0.0:8080 \
    Storage__ConnectionString="Data Source=/data/linebot.db" \
    Logging__Console__FormatterName=json \
    Logging__Console__FormatterOptions__IncludeScopes=true \
    Shutdown__DrainFor=00:00:05 \
    Shutdown__Timeout=00:00:04 \
    DOTNET_EnableDiagnostics=0
USER $APP_UID
VOLUME /data
EXPOSE 8080
WORKDIR /app/service
HEALTHCHECK --interval=10s --timeout=5s --start-period=10s CMD ["dotnet", "/app/linebot/LineBot.Cli.dll", "health"]
ENTRYPOINT ["dotnet", "LineBot.dll"]
