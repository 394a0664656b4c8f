using Microsoft.Extensions.Logging;

namespace Hub.Tests.Support;

/// <summary>Writes log lines to the output of the test that runs, where a failed one shows them.</summary>
internal sealed class TestOutputLoggerProvider : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Logger(categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => TestContext.Progress.WriteLine($"{logLevel} {category}: {formatter(state, exception)} {exception}");
    }
}
