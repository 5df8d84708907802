namespace EngageBot.Benchmarks.Drafts;

/// <summary>Followers who all say about the same: nothing is harder to answer freshly.</summary>
internal static class ThankYous
{
    private static readonly string[] Names =
    [
        "Nora Vance", "Tom Okafor", "Lena K.", "gull_watcher", "Rita", "Sam Oduya", "Ines Prado", "Marek Nowak", "tidepool", "Aisha Rahman",
        "Jo Lund", "Peter Bell", "the old net mender", "Kim Tran", "Olive Marsh", "Ben", "rowk12", "Zoe Adair", "Hugo Lang", "Bev",
    ];

    private static readonly string[] Thanks =
    [
        "thank you for last night, we loved it", "thank you so much for tonight, we loved it", "thanks for last night, loved it", "thank you, what an evening",
        "thank you for a wonderful evening", "thanks so much, what a night", "we loved it, thank you", "thank you all for last night, it was wonderful",
        "thank you, we loved Low Water", "we loved the ending, thank you", "thank you, loved the rain scene last night", "thanks, loved the heron",
    ];

    private static readonly string[] Ends = ["", "!", "!!", " x", " 💙", ".", " so much", " from all of us"];

    /// <summary>The same for the same number.</summary>
    public static (string Name, string Text) Number(int number) =>
        (Names[number % Names.Length], $"@HarbourTheatre {Thanks[number * 7 % Thanks.Length]}{Ends[number / 3 % Ends.Length]}");
}
