using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.BrowserTests;

/// <summary>The community manager keeps the library without leaving the desk.</summary>
public sealed class LibraryTests(LibraryFixture fixture) : IClassFixture<LibraryFixture>
{
    private const string Doors = "---\nquestion: When do the doors open?\n---\nAt seven.\n";

    [Fact]
    public async Task An_edited_answer_is_in_the_next_draft()
    {
        fixture.Put("answers/kayak.md", "---\nquestion: May I bring my kayak into the foyer?\nalso: [Where can I leave my kayak?]\n---\nNo kayaks, sorry.\n");
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync("library");
        await desk.Page.GetByLabel("Search the library").FillAsync("kayak");
        await desk.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "May I bring my kayak" }).ClickAsync();
        await desk.Page.GetByLabel("Answer", new PageGetByLabelOptions { Exact = false }).First.FillAsync("Kayaks sleep in the boat shed, Mo has the key.");
        await Save(desk).ClickAsync();
        await Expect(Status(desk)).ToContainTextAsync("Saved, and in use.");

        await desk.GoAsync();
        await desk.ReceiveAsync("paddler", "@HarbourTheatre may I bring my kayak into the foyer?");
        await Expect(desk.Draft).ToContainTextAsync("Mo has the key");
    }

    [Fact]
    public async Task The_answer_to_an_unanswered_question_is_written_in_one_step_and_all_who_ask_it_get_it()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync();
        await fixture.House.WritesAsync("also_asks", "@HarbourTheatre can I propose to my girlfriend on your trampoline?");
        await desk.ReceiveAsync("romeo", "@HarbourTheatre can we propose on the trampoline?");
        await desk.PressAsync("w");
        await Expect(desk.Page.GetByLabel("Question", new PageGetByLabelOptions { Exact = false }).First).ToHaveValueAsync("Can we propose on the trampoline?");
        await desk.Page.Locator("#field-also").FillAsync("Can I propose to my girlfriend on your trampoline?");
        await desk.Page.Locator("#field-text").FillAsync("Please do. The trampoline holds two and a ring.");
        await Save(desk).ClickAsync();
        await Expect(Status(desk)).ToContainTextAsync("@romeo has a new draft from it. It also fits one other mention", new LocatorAssertionsToContainTextOptions { Timeout = 15_000 });
        Assert.Contains("question: Can we propose on the trampoline?", await File.ReadAllTextAsync(fixture.At("answers/can-we-propose-on-the-trampoline.md")), StringComparison.Ordinal);

        await desk.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Back to the letter" }).ClickAsync();
        await desk.ReadyAsync();
        await Expect(desk.Draft).ToContainTextAsync("The trampoline holds two and a ring.");
        await desk.OpenAsync("also_asks");
        await Expect(desk.Draft).ToContainTextAsync("The trampoline holds two and a ring.");
    }

    [Fact]
    public async Task Of_two_editors_the_second_sees_who_was_faster_and_keeps_their_text()
    {
        fixture.Put("answers/lamp.md", Doors.Replace("doors", "lamps", StringComparison.Ordinal));
        await using var ana = await fixture.AnaAsync();
        await using var ben = await fixture.JoinAsync("Ben", "drafter");
        await ana.GoAsync("library/entry?file=answers/lamp.md");
        await ben.GoAsync("library/entry?file=answers/lamp.md");
        await ana.Page.Locator("#field-text").FillAsync("At eight, says Ana.");
        await Save(ana).ClickAsync();
        await Expect(Status(ana)).ToContainTextAsync("Saved");
        await ben.Page.Locator("#field-text").FillAsync("At nine, says Ben.");
        await Save(ben).ClickAsync();
        await Expect(ben.Page.GetByRole(AriaRole.Alert, new PageGetByRoleOptions { Name = "Somebody was faster" })).ToContainTextAsync("Ana changed this while you were writing");
        await Expect(ben.Page.Locator(".diff").First).ToContainTextAsync("says Ana.");
        await Expect(ben.Page.Locator("#field-text")).ToHaveValueAsync("At nine, says Ben.");

        await ben.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Go on with mine" }).ClickAsync();
        await Save(ben).ClickAsync();
        await Expect(Status(ben)).ToContainTextAsync("Saved");
        await Expect(ben.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "History" })).ToContainTextAsync("Ana");
        Assert.Contains("At nine, says Ben.", await File.ReadAllTextAsync(fixture.At("answers/lamp.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_cannot_be_used_is_told_with_its_line_and_cannot_be_saved()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync("library/entry?file=replies/thanks/warm-1.liquid");
        await desk.Page.GetByLabel("The file").FillAsync("---\nturn: first\n---\nThank you,\n{{ darling }}.");
        await Expect(desk.Page.Locator("#entry-check")).ToContainTextAsync("Line 5: Unknown field 'darling'");
        await Expect(Save(desk)).ToBeDisabledAsync();
        await desk.Page.GetByLabel("The file").FillAsync("---\nturn: first\n---\nThank you from the whole quay.");
        await Expect(desk.Page.Locator(".tried").First).ToHaveTextAsync("Thank you from the whole quay.");
        await Expect(Save(desk)).ToBeEnabledAsync();
        await desk.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Discard" }).ClickAsync();
    }

    [Fact]
    public async Task A_removed_entry_is_brought_back_with_one_press()
    {
        fixture.Put("answers/anchor.md", Doors.Replace("doors open", "anchors sing", StringComparison.Ordinal));
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync("library/entry?file=answers/anchor.md");
        await desk.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Remove" }).ClickAsync();
        await Expect(Status(desk)).ToContainTextAsync("Removed.");
        Assert.False(File.Exists(fixture.At("answers/anchor.md")));
        await desk.GoAsync("library?shelf=removed");
        await desk.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Bring back answers/anchor.md" }).ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Bring back answers/anchor.md" })).ToHaveCountAsync(0);
        Assert.True(File.Exists(fixture.At("answers/anchor.md")));
    }

    [Fact]
    public async Task Typed_words_are_offered_again_after_a_reload()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync("library/entry?new=answers");
        await desk.Page.Locator("#field-question").FillAsync("Who feeds the gulls?");
        await desk.Page.WaitForFunctionAsync("() => Object.values(localStorage).some(text => text.includes('gulls'))");
        desk.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await desk.ReloadAsync();
        await desk.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Take them up" }).ClickAsync();
        await Expect(desk.Page.Locator("#field-question")).ToHaveValueAsync("Who feeds the gulls?");
    }

    [Fact]
    public async Task Whoever_leaves_an_entry_at_once_finds_the_desk_alive()
    {
        await using var desk = await fixture.AnaAsync();
        desk.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await desk.GoAsync("library/entry?new=answers");
        await desk.Page.Locator("#field-question").FillAsync("Who paints the quay?");
        await desk.Page.Locator("a.brand").ClickAsync(); // before a typing pause is over
        await desk.ReceiveAsync("hasty", "@HarbourTheatre what a night!");
        await desk.ReceiveAsync("hastier", "@HarbourTheatre what an evening!");
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task A_reader_reads_and_cannot_change()
    {
        await using var rose = await fixture.JoinAsync("Rose", "reader");
        await rose.GoAsync("library");
        await Expect(rose.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "New answer" })).ToHaveCountAsync(0);
        await rose.GoAsync("library/entry?file=answers/age.md");
        await Expect(rose.Page.Locator("#field-text")).ToBeDisabledAsync();
        await Expect(Save(rose)).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("library", ColorScheme.Light, 1440)]
    [InlineData("library?shelf=replies", ColorScheme.Dark, 1440)]
    [InlineData("library?shelf=backstage", ColorScheme.Light, 390)]
    [InlineData("library/entry?file=answers/age.md", ColorScheme.Light, 1440)]
    [InlineData("library/entry?file=answers/age.md", ColorScheme.Dark, 390)]
    [InlineData("library/entry?file=replies/thanks/warm-2.liquid", ColorScheme.Dark, 1440)]
    [InlineData("library/entry?new=replies", ColorScheme.Light, 1440)]
    public async Task Axe_finds_nothing(string path, ColorScheme scheme, int width)
    {
        fixture.Put("answers/broken.md", "---\nquestion: Why?\nvalid_until: someday\n---\nBecause.\n");
        await using var desk = await fixture.AnaAsync(scheme, width);
        await desk.GoAsync(path);
        await desk.Page.Locator("h1").WaitForAsync();
        if (path == "library")
            await Expect(desk.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Files to mend" })).ToContainTextAsync("answers/broken.md line 3");
        Assert.Empty((await desk.Page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
        Assert.False(await desk.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth"));
        Assert.Empty(desk.Complaints);
    }

    private static ILocator Save(DeskPage desk) => desk.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save" });

    private static ILocator Status(DeskPage desk) => desk.Page.Locator(".once");
}
