stage('Build') {
    echo 'Built.'
}
stage('Test') {
    error 'The checkout does not add up.'
}
