using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Hub.Host.Telemetry;

/// <summary>Sends traces, metrics and logs to an OpenTelemetry collector, if one is configured.</summary>
internal static class TelemetryRegistration
{
    private const string OwnSources = "Hub.*";
    private const string MessageSource = "MassTransit";

    public static void AddHubTelemetry(this WebApplicationBuilder builder)
    {
        // Without a collector nobody would see any of it; meters can be read by dotnet-counters all the same.
        if (string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            return;

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("automation-hub", serviceVersion: HubVersion.Text, serviceInstanceId: Environment.MachineName))
            .WithTracing(traces => traces
                .AddSource(OwnSources, MessageSource)
                .AddNpgsql()
                .AddHttpClientInstrumentation()
                .AddAspNetCoreInstrumentation(requests => requests.Filter = context => !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)))
            .WithMetrics(metrics => metrics
                .AddMeter(OwnSources, MessageSource, "Npgsql")
                .AddRuntimeInstrumentation()
                .AddHttpClientInstrumentation()
                .AddAspNetCoreInstrumentation())
            .WithLogging(configureBuilder: null, logs => logs.IncludeScopes = true)
            .UseOtlpExporter();
    }
}
