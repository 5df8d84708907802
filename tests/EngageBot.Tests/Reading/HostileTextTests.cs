using System.Diagnostics;
using EngageBot.Model;
using Xunit;

namespace EngageBot.Tests.Reading;

public sealed class HostileTextTests
{
    public static IReadOnlyList<string> All =>
    [
        "",
        " \t\n\0",
        "\uD83D",
        "@harbourtheatre \uDC00\uD800 ok",
        new string('?', 10_000),
        new string('@', 10_000),
        new string('\u202E', 5_000) + "drow",
        string.Concat(Enumerable.Repeat("🎭", 5_000)),
        string.Concat(Enumerable.Repeat("\u200Dthank\u200B ", 1_500)),
        string.Concat(Enumerable.Repeat("why does the ", 900)),
        string.Concat(Enumerable.Repeat("a.com/((", 1_300)),
        "@harbourtheatre <script>alert(1)</script> {{ 'x' | date: '%s' }} {% for i in (1..99999999) %}",
    ];

    public static TheoryData<int> Places => [.. Enumerable.Range(0, All.Count)];

    [Theory]
    [MemberData(nameof(Places))]
    public void No_text_makes_the_reader_stumble(int place)
    {
        var text = All[place]; // a runner may not be able to hand over half a surrogate pair
        var started = Stopwatch.GetTimestamp();
        var understanding = Mentions.Read(text);
        Assert.InRange(understanding.Confidence, 0, 1);
        Assert.NotEmpty(understanding.Language);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Words_hidden_behind_invisible_characters_are_read() =>
        Assert.Equal(Intent.Question, Mentions.Read("@harbourtheatre w\u200Bh\u200Bat ti\u00ADme do the doors open?").Intent);

    [Fact]
    public void Stretched_words_are_read() => Assert.Equal(Intent.Thanks, Mentions.Read("@harbourtheatre thaaaank youuuu").Intent);
}
