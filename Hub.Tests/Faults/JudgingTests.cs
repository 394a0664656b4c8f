using FluentAssertions;
using Hub.Tests.Faults.Harness.Engine;
using Hub.Tests.Faults.Harness.Judging;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;

namespace Hub.Tests.Faults;

/// <summary>What the harness would see if the hub did what it must not.</summary>
internal sealed class JudgingTests : RenderSpec
{
    private string _clips = "";
    private byte[] _film = [];

    [SetUp]
    public async Task PrepareJudgingAsync()
    {
        await History.InstallAsync(Database.DataSource, CancellationToken.None);
        _clips = Directory.CreateDirectory(ClipFolder).FullName;
        var templates = Path.Combine(Folder, "faults");
        await FaultTemplates.WriteAsync(templates, CancellationToken.None);
        _film = await File.ReadAllBytesAsync(Directory.GetFiles(templates, "film.mov", SearchOption.AllDirectories)[0]);
    }

    [Test]
    public async Task One_whole_clip_for_each_accepted_instruction_is_as_it_should_be()
    {
        await CompleteAsync(await PutAsync(), _film);

        (await CheckAsync([1])).Should().Be(new Invariants(Lost: 0, Doubled: 0, HalfFiles: 0, LeftFiles: 0, Stranded: 0));
    }

    [Test]
    public async Task Instructions_that_are_open_failed_or_not_there_are_lost()
    {
        await PutAsync();
        await PutAsync();
        await Database.ExecuteAsync("UPDATE render_instructions SET status = 'failed' WHERE id = 2");

        (await CheckAsync([1, 2, 3])).Lost.Should().Be(3);
        (await CheckAsync([1, 2, 3], mayFail: [2])).Lost.Should().Be(2);
    }

    [Test]
    public async Task Two_outputs_or_none_or_one_of_an_instruction_that_is_not_completed_are_doubled()
    {
        await CompleteAsync(await PutAsync(), _film, outputs: 2);
        await CompleteAsync(await PutAsync(), _film, outputs: 0);
        await CompleteAsync(await PutAsync(), _film);
        await Database.ExecuteAsync("UPDATE render_instructions SET status = 'pending' WHERE id = 3");

        (await CheckAsync([])).Doubled.Should().Be(3);
    }

    [Test]
    public async Task Half_a_film_and_an_output_without_a_file_are_half_files()
    {
        await CompleteAsync(await PutAsync(), _film[..(_film.Length / 2)]);
        await CompleteAsync(await PutAsync(), _film);
        File.Delete(Path.Combine(_clips, "2-0.mov"));

        (await CheckAsync([])).HalfFiles.Should().Be(2);
    }

    [Test]
    public async Task Files_that_nobody_knows_are_left_behind()
    {
        await File.WriteAllTextAsync(Path.Combine(_clips, "clip-Fault-Card_1-1-x.mov.part"), "");

        (await CheckAsync([])).LeftFiles.Should().Be(1);
    }

    [TestCase("status = 'pending', dispatched_at = NULL, not_before = NULL", 1)]
    [TestCase("status = 'processing', dispatched_at = now(), claim_id = gen_random_uuid()", 1)]
    [TestCase("status = 'pending', dispatched_at = now()", 0)]
    [TestCase("status = 'pending', dispatched_at = NULL, not_before = now() + interval '1 minute'", 0)]
    [TestCase("status = 'completed'", 0)]
    public async Task What_nothing_will_move_is_stranded(string state, int stranded)
    {
        var instruction = await PutAsync();
        await Database.ExecuteAsync($"UPDATE render_instructions SET {state} WHERE id = {instruction}");
        await using var watch = new StrandedWatch(Database.DataSource, TimeSpan.FromSeconds(1));

        await Eventually.BecomesTrueAsync("the watch has looked a few times", () => Task.FromResult(watch.Looks > 5));

        watch.Count.Should().Be(stranded);
    }

    private Task<Invariants> CheckAsync(int[] accepted, int[]? mayFail = null)
        => new InvariantCheck(Database.DataSource, _clips).RunAsync(accepted, mayFail ?? [], stranded: 0, CancellationToken.None);

    private Task<int> PutAsync() => Database.ScalarAsync<int>("INSERT INTO render_instructions (template_name) VALUES ('Fault Card') RETURNING id");

    private async Task CompleteAsync(int instruction, byte[] film, int outputs = 1)
    {
        await Database.ExecuteAsync($"UPDATE render_instructions SET status = 'completed' WHERE id = {instruction}");
        for (var output = 0; output < outputs; output++)
        {
            var file = Path.Combine(_clips, $"{instruction}-{output}.mov");
            await File.WriteAllBytesAsync(file, film);
            // The database's own key keeps a second output of the hub away.
            await Database.ExecuteAsync($"INSERT INTO render_outputs (instruction_id, output_path) VALUES ({instruction}, '{file}')");
        }
    }
}
