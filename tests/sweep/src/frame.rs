//! What stands around every screen is kept once, and left out of the trees of the others.

/// The parts around a screen, by how their first line begins.
const FRAME: [&str; 6] = [
    "banner",
    "contentinfo",
    "region \"Mail application\"",
    "region \"Made-up people\"",
    "region \"Phone\"",
    "region \"Prototype\"",
];

/// The frame's parts in a tree, each with its lines to the left.
#[must_use]
pub fn frame_of(tree: &str) -> Vec<String> {
    let lines: Vec<&str> = tree.lines().collect();
    let begins = (0..lines.len()).filter(|begin| is_frame(lines[*begin]));
    begins.map(|begin| part(&lines, begin).1).collect()
}

/// The tree without those of the frame's parts that read as these do.
#[must_use]
pub fn without_frame(tree: &str, frame: &[String]) -> String {
    let lines: Vec<&str> = tree.lines().collect();
    let mut left = String::new();
    let mut at = 0;
    while at < lines.len() {
        let (end, text) = part(&lines, at);
        if is_frame(lines[at]) && frame.contains(&text) {
            at = end;
        } else {
            left.extend([lines[at], "\n"]);
            at += 1;
        }
    }
    left
}

fn is_frame(line: &str) -> bool {
    FRAME.iter().any(|part| line.trim_start().starts_with(part))
}

/// Where the part ends that begins at a line, and its text to the left.
fn part(lines: &[&str], begin: usize) -> (usize, String) {
    let depth = |line: &str| line.len() - line.trim_start().len();
    let left = depth(lines[begin]);
    let below = lines[begin + 1..]
        .iter()
        .take_while(|line| depth(line) > left);
    let end = begin + 1 + below.count();
    let text = lines[begin..end]
        .iter()
        .map(|line| format!("{}\n", &line[left..]));
    (end, text.collect())
}

#[cfg(test)]
mod tests {
    use super::{frame_of, without_frame};

    const TREE: &str =
        "page\n  banner\n    link\n  main\n    banner of a text\n  contentinfo\n    link\n";

    /// What stands around a screen would be kept once for each, or a change of it be lost.
    #[test]
    fn only_a_part_that_reads_the_same_is_left_out() {
        let frame = frame_of(TREE);
        assert_eq!(
            frame,
            [
                "banner\n  link\n",
                "banner of a text\n",
                "contentinfo\n  link\n"
            ]
        );
        assert_eq!(
            without_frame(TREE, &frame[..1]),
            "page\n  main\n    banner of a text\n  contentinfo\n    link\n"
        );
        let other = TREE.replace("  banner\n    link", "  banner\n    button");
        assert_eq!(
            without_frame(&other, &frame),
            "page\n  banner\n    button\n  main\n"
        );
    }
}
