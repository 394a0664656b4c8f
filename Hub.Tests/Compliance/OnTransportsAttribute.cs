using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace Hub.Tests.Compliance;

/// <summary>Runs a fixture on every transport that claims what it is about.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class OnTransportsAttribute(Capability needed = Capability.None) : NUnitAttribute, IFixtureBuilder2
{
    private readonly NUnitTestFixtureBuilder _builder = new();

    public Capability Needed => needed;

    public IEnumerable<TestSuite> BuildFrom(ITypeInfo typeInfo) => BuildFrom(typeInfo, new EveryTest());

    public IEnumerable<TestSuite> BuildFrom(ITypeInfo typeInfo, IPreFilter filter)
        => TransportUnderTest.All.Where(transport => transport.Has(needed)).Select(transport => _builder.BuildFrom(typeInfo, filter, new TestFixtureParameters(transport)));

    private sealed class EveryTest : IPreFilter
    {
        public bool IsMatch(Type type) => true;

        public bool IsMatch(Type type, System.Reflection.MethodInfo method) => true;
    }
}
