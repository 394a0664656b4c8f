using System.Reflection;
using FluentAssertions;
using MassTransit;

namespace Hub.Tests.Architecture;

internal sealed class MessagingRulesTests
{
    [Test]
    public void No_module_reaches_past_the_outbox()
    {
        var types = HubAssemblies.ModuleAssemblies.SelectMany(assembly => assembly.GetTypes()).ToList();

        types.Should().NotBeEmpty();
        types.Where(TakesTheBus).Should().BeEmpty("IBus sends at once, whatever becomes of the transaction (ADR 0004)");
    }

    [Test]
    public void A_planted_bus_dependency_is_found() => TakesTheBus(typeof(PlantedBusUser)).Should().BeTrue();

    [Test]
    public void Only_render_execute_consumes_without_outbox_and_inbox()
        => HubAssemblies.Modules.SelectMany(module => module.EndpointsWithoutOutbox).Should().Equal("render-execute");

    [Test]
    public void Every_consumer_has_a_definition_that_names_its_endpoint()
    {
        var consumers = Consumers().ToList();

        consumers.Should().NotBeEmpty();
        consumers.Where(consumer => DefinitionOf(consumer) is null).Should().BeEmpty();
    }

    [Test]
    public void Endpoint_names_carry_their_modules_prefix_and_are_unique()
    {
        var named = (from module in HubAssemblies.Modules
                     from consumer in Consumers(module.GetType().Assembly)
                     let definition = (IConsumerDefinition)Activator.CreateInstance(DefinitionOf(consumer)!, nonPublic: true)!
                     select (module, endpoint: definition.GetEndpointName(DefaultEndpointNameFormatter.Instance))).ToList();

        named.Should().NotBeEmpty();
        named.Should().OnlyContain(pair => pair.endpoint.StartsWith(pair.module.EndpointPrefix, StringComparison.Ordinal));
        named.Select(pair => pair.endpoint).Should().OnlyHaveUniqueItems("two consumers on one queue would steal each other's messages");
    }

    [Test]
    public void Messages_are_sealed_records()
    {
        var messages = HubAssemblies.Contracts.GetExportedTypes()
            .Where(type => type.IsClass && !IsStatic(type) && !typeof(Exception).IsAssignableFrom(type)).ToList();

        messages.Should().NotBeEmpty();
        messages.Should().OnlyContain(type => type.IsSealed && type.GetMethod("<Clone>$") != null);
    }

    private static IEnumerable<Type> Consumers() => HubAssemblies.ModuleAssemblies.SelectMany(Consumers);

    private static IEnumerable<Type> Consumers(Assembly assembly)
        => assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && typeof(IConsumer).IsAssignableFrom(type));

    private static Type? DefinitionOf(Type consumer)
        => consumer.Assembly.GetTypes().SingleOrDefault(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IConsumerDefinition<>).MakeGenericType(consumer)));

    private static bool IsStatic(Type type) => type is { IsAbstract: true, IsSealed: true };

    private static bool TakesTheBus(Type type)
    {
        const BindingFlags all = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        return type.GetFields(all).Any(field => IsBus(field.FieldType))
            || type.GetConstructors(all).Cast<MethodBase>().Concat(type.GetMethods(all))
                .Any(method => method.GetParameters().Any(parameter => IsBus(parameter.ParameterType)));
    }

    private static bool IsBus(Type type) => type == typeof(IBus) || type == typeof(IBusControl);

    private sealed class PlantedBusUser(IBus bus)
    {
        public Uri Address => bus.Address;
    }
}
