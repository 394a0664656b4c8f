using Hub.Bench.Measuring;
using Hub.Bench.Transport.Contenders;

namespace Hub.Bench.Transport.Phases;

/// <summary>A part of each round.</summary>
internal interface IPhase
{
    /// <param name="contender">Whose turn it is; nobody else's messages travel.</param>
    /// <param name="record">Told the figures.</param>
    Task MeasureAsync(IContender contender, Action<Figure, double> record);
}
