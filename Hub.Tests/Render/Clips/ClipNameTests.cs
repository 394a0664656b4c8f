using FluentAssertions;
using Hub.Modules.Render.Clips;

namespace Hub.Tests.Render.Clips;

internal sealed class ClipNameTests
{
    private static readonly Guid Claim = Guid.Parse("0193b3c0-1111-7222-8333-444455556666");

    [TestCase("_MAIN Mini Chip Count", "clip-MAIN-Mini-Chip-Count_17-2-0193b3c0111172228333444455556666.mov")]
    [TestCase("NUL", "clip-NUL_17-2-0193b3c0111172228333444455556666.mov")]
    [TestCase("../../etc/passwd", "clip-etc-passwd_17-2-0193b3c0111172228333444455556666.mov")]
    [TestCase("칩 카운트", "clip_17-2-0193b3c0111172228333444455556666.mov")]
    public void A_name_holds_instruction_attempt_and_claim_and_is_safe_anywhere(string template, string name)
        => ClipName.For(template, 17, 2, Claim, ".mov").Should().Be(name);

    [TestCase("", true)]
    [TestCase(".part", true)]
    [TestCase(".txt.bak", false)]
    public void The_claim_is_read_back_from_our_own_names_only(string suffix, bool isOurs)
        => ClipName.ClaimIn(ClipName.For("Payouts", 1, 1, Claim, ".mov") + suffix).Should().Be(isOurs ? Claim : null);

    [TestCase("final.mov")]
    [TestCase("clip-1.mov")]
    [TestCase("clip_1-1-0193b3c0.mov")]
    public void Other_files_are_none_of_ours(string name) => ClipName.ClaimIn(name).Should().BeNull();
}
