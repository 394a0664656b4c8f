using Hub.Modules.Kernel;
using Hub.Modules.Monitoring.Alerts.Broker;
using Hub.Modules.Monitoring.Alerts.Sending;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hub.Modules.Monitoring.Alerts;

/// <summary>What keeps alerts and tells of them.</summary>
internal static class AlertRegistration
{
    public static void AddAlerts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<AlertOptions>(configuration, AlertOptions.SectionName);
        services.AddSingleton<AlertTargets>();
        services.AddScoped<DeliveryQueue>();
        services.AddScoped<AlertStore>();
        services.AddScoped<IRecurringJob, AlertCare>();
        services.AddHostedService<BrokerAlerts>();
        for (var index = 0; index < AlertTargets.Count(configuration); index++)
        {
            var mine = index;
            services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<TargetDelivery>(provider, provider.GetRequiredService<AlertTargets>().All[mine]));
        }
    }
}
