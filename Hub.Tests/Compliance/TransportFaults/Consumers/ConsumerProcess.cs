using FluentAssertions;
using Hub.Tests.Support.Processes;

namespace Hub.Tests.Compliance.TransportFaults.Consumers;

/// <summary>The test's end of a <see cref="ConsumerProgram"/>.</summary>
internal sealed class ConsumerProcess : IAsyncDisposable
{
    private readonly ConsumerSettings _settings;
    private readonly ChildProcess _process;

    private ConsumerProcess(ConsumerSettings settings, ChildProcess process) => (_settings, _process) = (settings, process);

    public string Name => _settings.Name;

    public bool HasExited => _process.HasExited;

    public static ConsumerProcess Start(ConsumerSettings settings) => new(settings, ChildProcess.Start<ConsumerProgram>(settings.Save()));

    public Task ConsumesAsync() => _process.SaysAsync(ConsumerProgram.Consuming);

    /// <summary>No handler ends until <see cref="LetGo"/>.</summary>
    public void Hold() => File.Create(_settings.HoldSign).Dispose();

    public void LetGo() => File.Delete(_settings.HoldSign);

    /// <summary>SIGKILL.</summary>
    public Task KillAsync() => _process.KillAsync();

    /// <summary>SIGSTOP: the process stands still and does not know it.</summary>
    public Task PauseAsync() => _process.SignalAsync("STOP");

    /// <summary>SIGCONT.</summary>
    public Task ContinueAsync() => _process.SignalAsync("CONT");

    /// <summary>SIGTERM, as a service manager sends it.</summary>
    public Task AskToStopAsync() => _process.SignalAsync("TERM");

    public async Task StopsInOrderAsync() => (await _process.ExitAsync()).Should().Be(0, $"{Name} should end in order");

    /// <summary>What it logged, for a test that failed.</summary>
    public void WriteLog() => TestContext.Out.WriteLine($"--- {Name}:\n{string.Join('\n', _process.Output.TakeLast(60))}");

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
