using EngageBot.Approving;
using EngageBot.Library.Voice;
using Xunit;

namespace EngageBot.Tests.Drafting;

/// <summary>Sixty mentions of the fictional theatre, those included that the library cannot answer.</summary>
public sealed class SixtyMentionsTests
{
    private static readonly List<(string Handle, string Text, string[] Expected)> All = [.. Read()];

    public static TheoryData<int> Lines { get; } = [.. Enumerable.Range(0, All.Count)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Each_gets_what_is_right_or_an_honest_promise_to_find_out(int line)
    {
        var (handle, text, expected) = All[line];
        var drafted = ShippedHouse.Draft(text, handle, handle, id: $"{1000 + line}");
        var honest = expected[0].Contains('/', StringComparison.Ordinal) ? [.. expected, "find-out"] : expected;
        Assert.True(honest.Contains(drafted.InAWord), $"{text} -> {drafted.InAWord}: {string.Join(" / ", drafted.Draft.Wordings.Select(wording => wording.Text))}");
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Each_wording_can_be_posted_as_it_stands_and_sounds_human(int line)
    {
        var (handle, text, _) = All[line];
        var drafted = ShippedHouse.Draft(text, handle, handle, id: $"{1000 + line}");
        Assert.True(drafted.Draft.Wordings.Count is 0 or 2 or 3);
        foreach (var wording in drafted.Draft.Wordings)
        {
            Assert.Null(ReplyText.Objection(wording.Text));
            Assert.NotEmpty(wording.Sources);
            var report = ShippedHouse.Library.Lint.Read(wording.Text, LintContext.For(drafted.Post, drafted.Understanding.Intent, DateOnly.FromDateTime(DraftingRoom.Evening.Date)));
            Assert.True(report.Verdict != LintVerdict.Block, $"{wording.Text}: {report.Headline}");
        }
    }

    [Fact]
    public void Nearly_all_that_the_library_knows_is_answered()
    {
        var known = All.Where(mention => mention.Expected[0].StartsWith("answers/", StringComparison.Ordinal)).ToList();
        var answered = known.Count(mention => mention.Expected.Contains(ShippedHouse.Draft(mention.Text, mention.Handle, mention.Handle).InAWord));
        Assert.True(answered >= known.Count * 9 / 10, $"{answered} of {known.Count}");
    }

    [Fact]
    public void Complaints_are_met_calmly_without_a_story_from_backstage()
    {
        foreach (var (handle, text, _) in All.Where(mention => mention.Expected.Contains("care")))
            foreach (var wording in ShippedHouse.Draft(text, handle, handle).Draft.Wordings)
            {
                Assert.DoesNotContain('!', wording.Text);
                Assert.DoesNotContain(wording.Sources, source => source.StartsWith("backstage/", StringComparison.Ordinal));
            }
    }

    [Fact]
    public void There_are_sixty_of_them() => Assert.Equal(60, All.Count);

    private static IEnumerable<(string, string, string[])> Read()
    {
        using var reader = new StreamReader(typeof(SixtyMentionsTests).Assembly.GetManifestResourceStream("Drafting/sixty-mentions.tsv")!);
        while (reader.ReadLine() is { } line)
            yield return line.Split('\t') is [var author, var text, var expected] ? (author.TrimStart('@'), text, expected.Split('|')) : throw new InvalidDataException(line);
    }
}
