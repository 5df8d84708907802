using EngageBot.Approving.Makers;
using EngageBot.Tests.Line;
using Xunit;

namespace EngageBot.Tests.Approving.Makers;

/// <summary>A question on its way to Mara of the wardrobe, and what she answers.</summary>
internal static class AskedMaker
{
    public const string Question = "@HarbourTheatre what is the wifi password of the ghost in the foyer?";
    public const string Words = "There is no password, only a knock. She knocks twice and the router sulks.";

    public static async Task<string> AskAsync(TestLine line, IReadOnlyList<string> mentions) =>
        Key(Assert.IsType<AskOutcome.Asked>(await line.Get<MakerDesk>().AskAsync(new MakerRequest(mentions, "Mara", "wardrobe", "It is an old box."), "Ana", CancellationToken.None)));

    public static string Key(AskOutcome.Asked asked) => asked.Path["/maker?key=".Length..];

    public static Task<MakerVisit?> OpenAsync(TestLine line, string key) => line.Get<MakerDoor>().OpenAsync(key, CancellationToken.None);

    public static Task<MakerAnswer> AnswerAsync(TestLine line, string key, string words = Words, bool consent = false) =>
        line.Get<MakerDoor>().AnswerAsync(key, words, "Mara", consent, CancellationToken.None);
}
