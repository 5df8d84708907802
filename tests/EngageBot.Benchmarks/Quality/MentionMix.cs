namespace EngageBot.Benchmarks.Quality;

/// <summary>
/// How often each intent comes, so that what the heads say together leans as the world does: seeds stand for organisations
/// with customers (airlines, shops, telephone companies), museum mentions for those with visitors, those of a theatre for audiences.
/// </summary>
internal static class MentionMix
{
    private static readonly Dictionary<string, double> Visitors = new()
    {
        ["abuse"] = 0.002,
        ["spam"] = 0.016,
        ["complaint"] = 0.04, // twice what comes: one that is missed costs more than one too many
        ["question"] = 0.008,
        ["curiosity"] = 0.012,
        ["thanks"] = 0.088,
        ["chat"] = 0.072,
        ["aside"] = 0.184,
    };

    private static readonly Dictionary<string, double> Customers = new()
    {
        ["abuse"] = 0.03,
        ["spam"] = 0.012,
        ["complaint"] = 0.288,
        ["question"] = 0.09,
        ["curiosity"] = 0.009,
        ["thanks"] = 0.12,
        ["chat"] = 0.054,
        ["aside"] = 0.018,
    };

    private static readonly Dictionary<string, double> Audiences = new()
    {
        ["spam"] = 0.004,
        ["complaint"] = 0.072,
        ["question"] = 0.072,
        ["curiosity"] = 0.088,
        ["thanks"] = 0.18,
        ["chat"] = 0.132,
        ["aside"] = 0.06,
    };

    private const double Foreign = 0.004;

    /// <summary>The part that all mentions of this source and intent have in the whole.</summary>
    public static double ShareOf(LabelledMention mention) => mention.Source switch
    {
        MentionCorpus.Museum => Visitors[mention.Label],
        MentionCorpus.Seed => Customers[mention.Label],
        MentionCorpus.Audience => Audiences[mention.Label],
        _ => Foreign,
    };
}
