using EngageBot.Library;
using EngageBot.Model;
using Xunit;

namespace EngageBot.Tests.Library;

public sealed class BrokenFilesTests
{
    private static readonly byte[] Blank = new byte[5_000_000];
    private const string GoodReply = "---\nturn: any\n---\nThank you, {{ handle }}.\n";

    [Theory]
    [InlineData("answers/a.md", "no front matter", 1, "start with a line '---'")]
    [InlineData("answers/a.md", "---\nquestion: When?\n", 1, "no closing line")]
    [InlineData("answers/a.md", "---\nquestion: When?\nqestion: Typo\n---\nNow.", 3, "Unknown key 'qestion'")]
    [InlineData("answers/a.md", "---\nquestion: When?\nlink: https://a.org\nquestion: Again?\n---\nNow.", 4, "question")]
    [InlineData("answers/a.md", "---\nquestion: [When\n---\nNow.", 2, "YAML")]
    [InlineData("answers/a.md", "---\nquestion: When?\nvalid_until: 30 Nov\n---\nNow.", 3, "is no day")]
    [InlineData("answers/a.md", "---\nquestion: When?\nvalid_from: 2026-02-01\nvalid_until: 2026-01-01\n---\nNow.", 4, "before")]
    [InlineData("answers/a.md", "---\nquestion: When?\nlink: javascript:alert(1)\n---\nNow.", 3, "https://")]
    [InlineData("answers/a.md", "---\nquestion: When?\n---\n", 4, "no text")]
    [InlineData("answers/a.md", "---\nquestion: When?\n---\nAsk @bea about it.", 4, "handle")]
    [InlineData("backstage/b.md", "---\ntopics: [fog]\n---\nWater.", 1, "teller")]
    [InlineData("backstage/b.md", "---\nteller: Mo\n---\nWater.", 1, "topics")]
    [InlineData("replies/thanks/c.liquid", "---\nturn: any\n---\nThank you {{ frist_name }}", 4, "Unknown field 'frist_name'")]
    [InlineData("replies/thanks/c.liquid", "---\nturn: any\n---\nThanks\n{% include 'secret' %}", 5, "include")]
    [InlineData("replies/thanks/c.liquid", "---\nturn: any\n---\n{% for i in (1..9) %}x{% endfor %}", 4, "for")]
    [InlineData("replies/thanks/c.liquid", "---\nturn: any\n---\nHi\n\n{% if first_name %}you", 6, "never closed")]
    [InlineData("replies/thanks/c.liquid", "---\nturn: any\n---\nHi {{ first_name }", 4, "opened or closed only once")]
    [InlineData("replies/thanks/c.liquid", "---\nturn: any\n---\nHi {{ first_name | date }}", 4, "Unknown filter 'date'")]
    [InlineData("replies/thanks/c.liquid", "---\nturn: sometimes\n---\nHi", 2, "turn")]
    [InlineData("replies/praise/c.liquid", "---\nturn: any\n---\nHi", 1, "no replies to 'praise'")]
    [InlineData("replies/question/c.liquid", "---\nturn: any\n---\nHi", 1, "answered, unanswered")]
    [InlineData("replies/thanks/c.liquid", "---\nturn: any\n---\n{% include 'replies/thanks/c' %}", 4, "include")]
    [InlineData("replies/thanks/c.liquid", "---\nturn: any\n---\n{% assign x = 1 %}{% cycle 1, 2 %}", 4, "assign")]
    [InlineData("replies/thanks/c.liquid", "---\nturn: any\n---\n{{ account.GetType }}", 4, "Unknown field 'account.GetType'")]
    [InlineData("replies/thanks/c.liquid", "---\nturn: any\n---\n{{ 'a' | file: '/etc/passwd' }}", 4, "Unknown field")]
    [InlineData("replies/thanks/c.liquid", "---\nturn: any\n---\n[Thank you|Thanks", 4, "bracket")]
    [InlineData("replies/thanks/c.liquid", "---\nturn: any\n---\n[a|b][a|b][a|b][a|b][a|b][a|b][a|b]", 4, "64")]
    [InlineData("replies/thanks/c.liquid", "---\ntalker: strangers\n---\nHi", 2, "talker")]
    [InlineData("replies/thanks/c.liquid", "---\ntime: noon\n---\nHi", 2, "time")]
    [InlineData("replies/complaint/c.liquid", "---\nturn: any\n---\nSorry\nabout that!", 5, "exclamation mark")]
    [InlineData("backstage/b.md", "---\nteller: Mo\ntopics: [fog]\nembargo_until: 2026-02-01\nexpires: 2026-01-01\n---\nWater.", 5, "before")]
    [InlineData("backstage/b.md", "---\nteller: Mo\ntopics: [fog]\npicture: ../../secret.png\nalt: A\n---\nWater.", 4, "plain name")]
    [InlineData("backstage/b.md", "---\nteller: Mo\ntopics: [fog]\npicture: fog.png\n---\nWater.", 4, "'alt'")]
    [InlineData("backstage/b.md", "---\nteller: Mo\ntopics: [fog]\npicture: fog.png\nalt: Fog\n---\nWater.", 1, "missing|not in backstage/pictures")]
    [InlineData("voice.yaml", "time_zone: Europe/Londn\n", 1, "Europe/Londn")]
    [InlineData("voice.yaml", "colour: red\n", 1, "Unknown key 'colour'")]
    public void A_broken_file_is_named_with_its_line_and_the_reason(string file, string text, int line, string reason)
    {
        using var folder = new PromptFolder().With(file, text);
        var problem = Assert.Single(folder.Read().Problems);
        Assert.Equal((file, line), (problem.File, problem.Line));
        Assert.Contains(reason.Split('|'), part => problem.Reason.Contains(part, StringComparison.Ordinal));
    }

    [Fact]
    public void The_last_good_version_of_a_broken_file_stays_in_use_until_it_is_mended()
    {
        using var folder = new PromptFolder().With("replies/thanks/warm.liquid", GoodReply);
        var before = Assert.Single(folder.Read().Snapshot.Replies);

        var broken = folder.With("replies/thanks/warm.liquid", GoodReply.Replace("handle", "hnadle", StringComparison.Ordinal)).Read();
        Assert.Equal(before, Assert.Single(broken.Snapshot.Replies));
        Assert.Single(broken.Problems);

        var mended = folder.With("replies/thanks/warm.liquid", GoodReply.Replace("Thank", "Bless", StringComparison.Ordinal)).Read();
        Assert.NotEqual(before, Assert.Single(mended.Snapshot.Replies));
        Assert.Empty(mended.Problems);
    }

    [Fact]
    public void A_broken_file_does_not_keep_the_others_from_use()
    {
        using var folder = new PromptFolder().With("replies/thanks/warm.liquid", GoodReply).With("answers/a.md", "nothing");
        var state = folder.Read();
        Assert.Single(state.Snapshot.Replies);
        Assert.Single(state.Problems);
    }

    [Fact]
    public void An_answer_too_long_for_a_post_is_refused()
    {
        using var folder = new PromptFolder().With("answers/a.md", $"---\nquestion: When?\nlink: https://a.org/\n---\n{new string('a', 257)}");
        Assert.Contains("281", Assert.Single(folder.Read().Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_huge_or_no_text_is_refused()
    {
        using var folder = new PromptFolder().With("answers/huge.md", new string('a', 70_000)).With("answers/binary.md", [0xFF, 0xFE, 0x00, 0xC3]);
        Assert.Equal(["answers/binary.md", "answers/huge.md"], folder.Read().Problems.Select(problem => problem.File).Order());
    }

    [Fact]
    public void Five_megabytes_of_anything_are_refused_without_being_read()
    {
        using var folder = new PromptFolder().With("answers/a.md", Blank).With("backstage/pictures/a.png", Blank);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var problems = folder.Read().Problems;
        Assert.Equal(2, problems.Count);
        Assert.All(problems, problem => Assert.Contains("kB are allowed", problem.Reason, StringComparison.Ordinal));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 2_000_000);
    }

    [Fact]
    public void A_picture_that_is_none_is_named_and_a_good_one_stays_when_it_breaks()
    {
        byte[] good = [0x89, .. "PNG\r\n\u001a\n a picture"u8];
        using var folder = new PromptFolder().With("backstage/b.md", "---\nteller: Mo\ntopics: [fog]\npicture: fog.png\nalt: Fog\n---\nWater.").With("backstage/pictures/fog.png", good);
        var picture = Assert.Single(folder.Read().Snapshot.Snippets).Picture;
        Assert.Equal(("image/png", "Fog"), (picture!.MediaType, picture.AltText));
        Assert.Equal(good, folder.Library.PictureOf(picture.Hash).Bytes);

        var broken = folder.With("backstage/pictures/fog.png", "half a pict"u8.ToArray()).Read();
        Assert.Equal("backstage/pictures/fog.png", Assert.Single(broken.Problems).File);
        Assert.Equal(picture, Assert.Single(broken.Snapshot.Snippets).Picture);
    }

    [Fact]
    public void Two_files_with_one_id_are_reported()
    {
        using var folder = new PromptFolder().With("answers/a.md", "---\nquestion: When?\n---\nNow.").With("answers/A.md", "---\nquestion: Who?\n---\nMo.");
        var state = folder.Read();
        Assert.Single(state.Snapshot.Answers);
        Assert.Contains("taken", Assert.Single(state.Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_prompts_the_library_is_empty_and_says_so()
    {
        var library = new PromptLibrary(Path.Combine(Path.GetTempPath(), "no-such-prompts"));
        library.Refresh();
        Assert.Empty(library.Current.Snapshot.Replies);
        Assert.Contains("no templates", Assert.Single(library.Current.Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_intent_that_gets_replies_has_its_folder()
    {
        using var folder = new PromptFolder();
        foreach (var intent in new[] { Intent.Thanks, Intent.Complaint, Intent.Chat, Intent.Unsure })
            folder.With($"replies/{Words.Of(intent)}/a.liquid", GoodReply);
        Assert.Equal(4, folder.Read().Snapshot.Replies.Count);
    }
}
