using EngageBot.Benchmarks.Figures;

namespace EngageBot.Benchmarks.Line;

/// <summary>Whether every mention is in the database exactly once, with a draft or an advice, and the receipt agrees.</summary>
internal sealed class Audit(FigureTable table, Workplace place)
{
    public async Task<bool> IsSoundAsync(Crowd crowd, CancellationToken cancellationToken)
    {
        using var witness = new Witness(place);
        var found = witness.Compare(crowd.Posted);
        await using var receipt = Bot.Start(place, "receipt");
        var balanced = await receipt.ExitCodeAsync(cancellationToken) == 0;
        table.Add("mentions posted", crowd.Posted.Count, "");
        table.Add("with a draft", 100.0 * found.Drafted / crowd.Posted.Count, "%");
        table.Add("lost", found.Missing, "", Aim.AtMost(0));
        table.Add("doubled", found.Surplus, "", Aim.AtMost(0));
        table.Add("without draft or advice", found.Wordless, "", Aim.AtMost(0));
        table.Add("receipt out of balance", balanced ? 0 : 1, "", Aim.AtMost(0));
        return found.IsSound && balanced;
    }
}
