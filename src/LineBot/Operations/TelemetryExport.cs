using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace LineBot.Operations;

/// <summary>
/// Sends traces, metrics and logs to a collector, where one is named by OpenTelemetry's own settings
/// (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and what else its exporter reads).
/// </summary>
public static class TelemetryExport
{
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string OwnSampler = "OTEL_TRACES_SAMPLER";
    private const int TracesPerSecond = 100;

    public static void AddTelemetryExport(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[Endpoint]))
            return;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(builder.Configuration["OTEL_SERVICE_NAME"] ?? "linebot"))
            .WithTracing(traces =>
            {
                traces.AddSource(Telemetry.Name, "Microsoft.AspNetCore").AddProcessor(new RequestsWithoutAddresses());
                if (string.IsNullOrEmpty(builder.Configuration[OwnSampler]))
                    traces.SetSampler(new ParentBasedSampler(new SomePerSecond(TracesPerSecond)));
            })
            .WithMetrics(metrics => metrics.AddMeter(Telemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"))
            .WithLogging(null, logs => logs.IncludeScopes = true)
            .UseOtlpExporter();
    }

    /// <summary>A page's address can hold a code that is worth something; its route tells which page it was. Probes are left out.</summary>
    private sealed class RequestsWithoutAddresses : BaseProcessor<Activity>
    {
        private static readonly string[] Probes = ["/health/live", "/health/ready", "/metrics"];

        public override void OnEnd(Activity data)
        {
            if (data.Kind != ActivityKind.Server)
                return;
            if (Probes.Contains(data.GetTagItem("url.path") as string))
                data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            foreach (var tag in (string[])["url.path", "url.query", "client.address", "network.peer.address", "user_agent.original"])
                data.SetTag(tag, null);
        }
    }
}
