using MudBlazor;

namespace EngageBot.Desk.Shell;

/// <summary>What MudBlazor must know of our look; the colours themselves live in <c>desk.css</c>, where light and dark are chosen without a flash.</summary>
internal static class DeskTheme
{
    private static readonly string[] SystemFont = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Helvetica", "Arial", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = SystemFont, FontSize = "0.875rem", LineHeight = "1.5" },
            Button = new ButtonTypography { FontFamily = SystemFont, FontSize = "0.875rem", FontWeight = "600", TextTransform = "none", LetterSpacing = "0" },
        },
    };
}
