// The emoji that build messages use, by Slack's names; others stay as :name:, as an unknown name does in Slack.

const table = `
+1 👍|-1 👎|100 💯|alarm_clock ⏰|anger 💢|apple 🍎|arrow_backward ◀️|arrow_down ⬇️|arrow_forward ▶️
arrow_heading_up ⤴️|arrow_left ⬅️|arrow_lower_right ↘️|arrow_right ➡️|arrow_up ⬆️|arrow_upper_right ↗️
arrows_counterclockwise 🔄|art 🎨|ballot_box_with_check ☑️|bangbang ‼️|bar_chart 📊|beer 🍺|beers 🍻|beetle 🪲
bell 🔔|black_circle ⚫|black_large_square ⬛|black_square_for_stop ⏹️|blue_heart 💙|blush 😊|bomb 💣|book 📖|bookmark 🔖|boom 💥
broken_heart 💔|broom 🧹|bug 🐛|building_construction 🏗️|bulb 💡|bust_in_silhouette 👤|busts_in_silhouette 👥
calendar 📅|chart_with_downwards_trend 📉|chart_with_upwards_trend 📈|clap 👏|clipboard 📋|clock1 🕐|clock3 🕒
cloud ☁️|coffee ☕|collision 💥|computer 💻|confetti_ball 🎊|construction 🚧|construction_worker 👷|cop 👮
crossed_fingers 🤞|cry 😢|dart 🎯|desktop_computer 🖥️|disappointed 😞|dizzy 💫|dog 🐶|double_vertical_bar ⏸️
electric_plug 🔌|envelope ✉️|exclamation ❗|eyes 👀|face_palm 🤦|face_with_monocle 🧐|fast_forward ⏩|file_folder 📁|fire 🔥|fire_engine 🚒
firecracker 🧨|first_place_medal 🥇|flashlight 🔦|gear ⚙️|ghost 👻|gift 🎁|green_apple 🍏|green_heart 💚
grey_exclamation ❕|grey_question ❔|grin 😁|grinning 😀|hammer 🔨|hammer_and_wrench 🛠️|hand ✋|heart ❤️
heavy_check_mark ✔️|heavy_minus_sign ➖|heavy_multiplication_x ✖️|heavy_plus_sign ➕|hourglass ⌛
hourglass_flowing_sand ⏳|house 🏠|inbox_tray 📥|information_source ℹ️|interrobang ⁉️|joy 😂|key 🔑|label 🏷️
lady_beetle 🐞|large_blue_circle 🔵|large_blue_diamond 🔷|large_green_circle 🟢|large_green_square 🟩
large_orange_circle 🟠|large_orange_diamond 🔶|large_orange_square 🟧|large_purple_circle 🟣|large_red_square 🟥
large_yellow_circle 🟡|large_yellow_square 🟨|leftwards_arrow_with_hook ↩️|link 🔗|lock 🔒|loud_sound 🔊
loudspeaker 📢|mag 🔍|mag_right 🔎|man_in_tuxedo 🤵|mega 📣|memo 📝|microscope 🔬|moneybag 💰|moon 🌙|mute 🔇
no_bell 🔕|no_entry ⛔|no_entry_sign 🚫|octagonal_sign 🛑|ok 🆗|ok_hand 👌|open_file_folder 📂|outbox_tray 📤
package 📦|page_facing_up 📄|partly_sunny ⛅|partying_face 🥳|pencil 📝|pencil2 ✏️|point_right 👉|popcorn 🍿
postbox 📮|pray 🙏|purple_heart 💜|pushpin 📌|question ❓|rabbit 🐰|radioactive_sign ☢️|rage 😡|rain_cloud 🌧️
rainbow 🌈|raised_hand ✋|raised_hands 🙌|recycle ♻️|red_circle 🔴|relaxed ☺️|repeat 🔁|robot_face 🤖|rocket 🚀
rotating_light 🚨|round_pushpin 📍|runner 🏃|satellite 🛰️|scales ⚖️|scream 😱|scroll 📜|see_no_evil 🙈|seedling 🌱
shield 🛡️|ship 🚢|skull 💀|skull_and_crossbones ☠️|slightly_frowning_face 🙁|slightly_smiling_face 🙂|smile 😄
smiley 😃|smirk 😏|snail 🐌|snowflake ❄️|sob 😭|sos 🆘|sparkles ✨|speech_balloon 💬|star ⭐|stopwatch ⏱️
sun_with_face 🌞|sunglasses 😎|sunny ☀️|sweat 😓|sweat_smile 😅|tada 🎉|test_tube 🧪|thinking_face 🤔
thought_balloon 💭|thumbsdown 👎|thumbsup 👍|thunder_cloud_and_rain ⛈️|ticket 🎫|timer_clock ⏲️|toolbox 🧰
traffic_light 🚥|trophy 🏆|truck 🚚|turtle 🐢|twisted_rightwards_arrows 🔀|umbrella ☔|unlock 🔓
vertical_traffic_light 🚦|warning ⚠️|wastebasket 🗑️|watch ⌚|wave 👋|white_check_mark ✅|white_circle ⚪
white_large_square ⬜|white_medium_square ◻️|wind_blowing_face 🌬️|wink 😉|worried 😟|wrench 🔧|x ❌
yellow_heart 💛|zap ⚡|zzz 💤`;

const emoji = new Map(
  table
    .trim()
    .split(/[|\n]/)
    .map((entry) => entry.split(' ')),
);

// The character for a name without colons, or null.
export function emojiFor(name) {
  return emoji.get(name.replace(/::skin-tone-\d$/, '')) ?? null;
}
