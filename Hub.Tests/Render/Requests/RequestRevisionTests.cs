using FluentAssertions;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Persistence;
using Hub.Modules.Render.Requests;

namespace Hub.Tests.Render.Requests;

internal sealed class RequestRevisionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 14, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void What_a_person_has_cancelled_stays_cancelled_and_knows_the_newest_texts()
    {
        var instruction = Instruction(RenderStatus.Cancelled);

        Revision(2, "KIM", withdrawnBecause: "the hand was called off").ApplyTo(instruction, Noon);
        Revision(3, "LEE").ApplyTo(instruction, Noon);

        (instruction.Status, instruction.LayerDataJson, instruction.LatestFields, instruction.StaleAt).Should().Be((RenderStatus.Cancelled, Fields("KIM"), Fields("LEE"), null));
    }

    [Test]
    public void A_clip_is_stale_since_the_first_revision_that_changed_it()
    {
        var instruction = Instruction(RenderStatus.Completed);

        Revision(2, "LEE").ApplyTo(instruction, Noon);
        Revision(3, "PARK").ApplyTo(instruction, Noon.AddMinutes(5));

        (instruction.StaleAt, instruction.StaleReason).Should().Be((Noon, "title: KIM → PARK"));
    }

    [Test]
    public void What_waits_again_is_not_stale()
    {
        var instruction = Instruction(RenderStatus.Completed);
        Revision(2, "LEE").ApplyTo(instruction, Noon);
        instruction.Status = RenderStatus.Failed;

        Revision(3, "PARK").ApplyTo(instruction, Noon);

        (instruction.Status, instruction.LayerDataJson, instruction.LatestFields, instruction.StaleReason).Should().Be((RenderStatus.Pending, Fields("PARK"), null, null));
    }

    private static RenderInstruction Instruction(string status) => new() { TemplateName = "NAME", Status = status, LayerDataJson = Fields("KIM") };

    private static RequestRevision Revision(int number, string title, string? withdrawnBecause = null)
        => new(number, Fields(title), new RequestVerdict("{}", 1, Complaint: null), withdrawnBecause);

    private static string Fields(string title) => $$"""{"title":"{{title}}"}""";
}
