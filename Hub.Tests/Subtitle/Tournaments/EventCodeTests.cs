using FluentAssertions;
using Hub.Modules.Subtitle.Tournaments.Import;

namespace Hub.Tests.Subtitle.Tournaments;

internal sealed class EventCodeTests
{
    [TestCase("World Main Event", "ME")]
    [TestCase("Mini main  event", "ME")]
    [TestCase("Players Championship", "CHAMP")]
    [TestCase("$1,500 No-Limit Hold'em (6-Handed) Deepstack", "1NH6")]
    [TestCase("Pot-Limit Omaha", "PO")]
    [TestCase("Heads & Tails", "HT")]
    [TestCase("서울 겨울 클래식", "서겨클")]
    public void A_code_ends_with_what_the_name_says(string name, string suffix) => EventCode.Of(2026, 12, name).Should().Be($"WSOP_2026_E12_{suffix}");
}
