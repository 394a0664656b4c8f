using FluentAssertions;
using Hub.Modules.Subtitle.Captions;

namespace Hub.Tests.Subtitle.Players;

internal sealed class PlayerBookTests
{
    private readonly PlayerBook _book = new(
        new Dictionary<string, string> { ["LINDQIST"] = "Erik Lindqvist", ["José Ruiz"] = "José Ruiz Díaz" },
        new Dictionary<string, PlayerEntry> { ["Erik Lindqvist"] = new("Erik Lindqvist", "E. Lindqvist", "SE", Photo: null) },
        new Dictionary<TableSeat, string> { [new TableSeat(NameKey.Of("Table Blue"), 4)] = "Erik Lindqvist" });

    [TestCase("LINDQIST")]
    [TestCase("  lindqist ")]
    [TestCase("Lindqist")]
    public void A_correction_is_found_whatever_the_capitals_and_blanks(string exported)
        => _book.Corrected(exported).Should().Be("Erik Lindqvist");

    [TestCase("Jose Ruiz")]
    [TestCase("Lindqvist")]
    [TestCase("")]
    public void Another_name_stays_as_it_was_exported(string exported)
        => _book.Corrected(exported).Should().Be(exported);

    [Test]
    public void What_is_known_is_found_by_the_wrong_name_and_by_the_right_one()
    {
        _book.Find("LINDQIST")!.Nationality.Should().Be("SE");
        _book.Find("ERIK  LINDQVIST")!.Nationality.Should().Be("SE");
        _book.Find("Lindqvist").Should().BeNull();
    }

    [Test]
    public void A_seat_without_a_name_gets_the_assigned_one_and_a_name_that_was_exported_stays()
    {
        var hand = SomeHand.Of(1, SomeHand.Player(3, "", 100), SomeHand.Player(4, "", 100), SomeHand.Player(5, "Okafor", 100));

        _book.WithAssignedNames(hand).Players.Select(player => player.Name).Should().Equal("", "Erik Lindqvist", "Okafor");
        _book.WithAssignedNames(hand with { TableName = "Table Red" }).Players.Select(player => player.Name).Should().Equal("", "", "Okafor");
        _book.WithAssignedNames(SomeHand.Of(2, SomeHand.Player(4, "Okafor", 100))).Players.Single().Name.Should().Be("Okafor");
    }
}
