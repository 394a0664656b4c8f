using MassTransit;

namespace Hub.Host.Messaging;

/// <summary>
/// Has the broker know at start what each message is besides itself (the interfaces it can be consumed as): the outbox delivers by address,
/// which declares nothing of the kind.
/// </summary>
internal static class PublishTopology
{
    // Hub.Contracts also holds the seam to the engines, which is no message.
    private static readonly string?[] MessageNamespaces =
        [typeof(Contracts.Render.RequestRender).Namespace, typeof(Contracts.FeatureTable.HandCaptured).Namespace, typeof(Contracts.Monitoring.AlertRaised).Namespace];

    public static void Deploy(IBusFactoryConfigurator factory)
    {
        factory.DeployPublishTopology = true;
        foreach (var type in typeof(Contracts.Render.RequestRender).Assembly.GetExportedTypes().Where(IsMessage))
            factory.PublishTopology.GetMessageTopology(type);
    }

    private static bool IsMessage(Type type) => type is { IsClass: true, IsAbstract: false } && MessageNamespaces.Contains(type.Namespace);
}
