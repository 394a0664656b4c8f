using FluentAssertions;
using Hub.Modules.Render.Requests;

namespace Hub.Tests.Render.Requests;

internal sealed class FieldChangesTests
{
    [TestCase("""{"a": "1"}""", """{"a": "1"}""", null)]
    [TestCase("""{"a": "1"}""", """{"a": "1", "b": ""}""", null)]
    [TestCase("""{"chips": "1,200,000", "vpip": "31.0%"}""", """{"vpip": "", "chips": "1,100,000"}""", "chips: 1,200,000 → 1,100,000; vpip: 31.0% → (empty)")]
    [TestCase("{}", """{"g": "7", "f": "6", "e": "5", "d": "4", "c": "3", "b": "2", "a": "1"}""",
        "a: (empty) → 1; b: (empty) → 2; c: (empty) → 3; d: (empty) → 4; e: (empty) → 5; and 2 more")]
    public void What_differs_is_named_field_by_field(string before, string after, string? words) => FieldChanges.Describe(before, after).Should().Be(words);
}
