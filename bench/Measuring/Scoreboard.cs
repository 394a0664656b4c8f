using System.Globalization;

namespace Hub.Bench.Measuring;

/// <summary>The figures of all contenders, in the order in which they came in, as a table and as a result file.</summary>
internal sealed class Scoreboard(IReadOnlyList<string> contenders)
{
    private const int NameWidth = 46;
    private const int ColumnWidth = 29;
    private readonly Dictionary<(string Contender, Figure Figure), List<double>> _rounds = [];
    private readonly List<Figure> _figures = [];

    public void Add(string contender, Figure figure, double value)
    {
        if (!_figures.Contains(figure))
            _figures.Add(figure);
        if (!_rounds.TryGetValue((contender, figure), out var rounds))
            _rounds[(contender, figure)] = rounds = [];
        rounds.Add(value);
    }

    /// <exception cref="KeyNotFoundException">It was not measured.</exception>
    public Series Of(string contender, Figure figure) => new(_rounds[(contender, figure)]);

    /// <summary>Median, and in brackets least and most, of each figure.</summary>
    public void Print()
    {
        Console.WriteLine("median [least – most]".PadRight(NameWidth) + string.Concat(contenders.Select(contender => contender.PadLeft(ColumnWidth))));
        foreach (var figure in _figures)
            Console.WriteLine(figure.ToString().PadRight(NameWidth) + string.Concat(contenders.Select(contender => Cell(contender, figure).PadLeft(ColumnWidth))));
    }

    /// <summary>What is kept in the result file.</summary>
    public IEnumerable<object> Results
        => from figure in _figures
           from contender in contenders
           where _rounds.ContainsKey((contender, figure))
           let series = Of(contender, figure)
           select new { figure = figure.Name, figure.Unit, contender, series.Median, series.Least, series.Most, series.Rounds };

    private string Cell(string contender, Figure figure)
        => _rounds.ContainsKey((contender, figure)) && Of(contender, figure) is var series
            ? $"{Text(series.Median)} [{Text(series.Least)} – {Text(series.Most)}]"
            : "–";

    private static string Text(double value)
        => value.ToString(value >= 100 ? "#,0" : value >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);
}
